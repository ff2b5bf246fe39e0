"""Whether the backend of this container is ready; the exit status says so."""

import sys
import urllib.error
import urllib.request

try:
    urllib.request.urlopen("http://127.0.0.1:8000/readyz", timeout=4)
except urllib.error.HTTPError as refused:
    sys.exit(refused.read().decode())
except OSError as silent:
    sys.exit(str(silent))
