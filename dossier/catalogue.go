package dossier

// Code names a title of the state's award system.
type Code string

// PaperKind names a paper of a dossier.
type PaperKind string
