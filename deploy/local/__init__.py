"""The launcher behind the Makefile: environment, packages, PostgreSQL, servers, tests and checks.

Standard library only, because it runs before anything is installed.
"""
