"""Which documents the board counts: those on the own list of each agency in scope."""

from core.board_scope import BoardScope

ON_BOARD = BoardScope()
