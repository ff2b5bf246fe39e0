"""Workbooks and pasted tables that offices fill in: understood, checked, loaded in one act."""
