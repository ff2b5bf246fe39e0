"""Which findings the board counts: external ones of the current rollout of each agency in scope."""

from core.board_scope import BoardScope

ON_BOARD = BoardScope()
