"""Native shapes of Office files: what readers and writers of Word and Excel both need to know about DrawingML."""
