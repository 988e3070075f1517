"""What clauses, noun phrases and lines say happened: a module a kind of happening."""
