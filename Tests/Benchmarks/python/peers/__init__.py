"""The benchmark model, written afresh as its users in other places would write it."""
