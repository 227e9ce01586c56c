# A trend in R: read as JSON and as CSV, compared, and drawn with its band.
#   Rscript examples/trend.R GROUP-OR-TEAM CONSTRUCT FILE.pdf      (GROEIPULS and TOKEN from the environment)
library(jsonlite)

arguments <- commandArgs(trailingOnly = TRUE)
address <- sprintf("%s/api/v1/teams/%s/trends%%s?construct=%s", Sys.getenv("GROEIPULS"), arguments[1], arguments[2])
get <- function(kind) {
  connection <- url(sprintf(address, kind), headers = c(Authorization = paste("Bearer", Sys.getenv("TOKEN"))))
  on.exit(close(connection))
  readLines(connection, encoding = "UTF-8", warn = FALSE)
}

points <- fromJSON(get(""))$trend$points
text <- sub("^\ufeff", "", paste(get(".csv"), collapse = "\n"))
rows <- read.csv(text = text, colClasses = c(pulse = "character"), na.strings = "")

stopifnot(identical(rows$pulse, points$pulse))
stopifnot(identical(is.na(rows$value), is.na(points$shown$value)))
stopifnot(isTRUE(all.equal(rows$value, points$shown$value, tolerance = 1e-12)))
stopifnot(isTRUE(all.equal(rows$level, points$shown$level, tolerance = 1e-12)))
stopifnot(isTRUE(all.equal(rows$band_low, points$shown$band$low, tolerance = 1e-12)))

pdf(arguments[3], width = 8, height = 4, title = paste(arguments[1], arguments[2]))
day <- as.Date(rows$counted_on)
plot(day, rows$level, type = "n", ylim = c(1, 5), xlab = "", ylab = arguments[2], main = arguments[1])
# a line is drawn from its third own point on; it stops at gaps, and nothing joins it to one of other people, leads or rule
own <- ave(as.integer(!is.na(rows$level)), rows$line, FUN = cumsum)
drawn <- own >= 3 & !is.na(rows$level)
segments(day[drawn], rows$band_low[drawn], day[drawn], rows$band_high[drawn], col = "grey60", lwd = 4)
for (one in split(seq_along(day), rows$line)) lines(day[one], ifelse(drawn[one], rows$level[one], NA))
points(day, rows$value, pch = 20, col = "grey40")
invisible(dev.off())
cat(nrow(rows), "points,", sum(is.na(rows$value)), "of them withheld; CSV and JSON hold the same numbers\n")
