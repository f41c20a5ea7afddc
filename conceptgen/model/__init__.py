"""What a client's work is: frozen models, one file a noun of the field. Nothing here knows of documents."""
