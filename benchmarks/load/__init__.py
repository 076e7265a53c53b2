"""Many people practising at once: real sessions over WebSockets, against a server of their own."""
