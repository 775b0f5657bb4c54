package access

// FillReport is to type a figure into a statistical form where the registers do
// not know it.
const FillReport Act = "fill_report"
