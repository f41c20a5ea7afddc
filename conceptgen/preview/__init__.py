"""The preview: a document in the browser that is drawn anew at each save. Only this machine can see it."""
