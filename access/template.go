package access

// KeepTemplate is to bring a locality's templates of papers and to say from
// which day they hold.
const KeepTemplate Act = "keep_template"
