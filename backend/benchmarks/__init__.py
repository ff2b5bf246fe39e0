"""How fast the house answers: `manage.py bench` on any database, `make bench` on one of its own."""
