# History in R: read as JSON and as CSV, and compared. A warning is an error.
#   Rscript examples/history.R history.ndjson history.csv
options(warn = 2)
library(jsonlite)

files <- commandArgs(trailingOnly = TRUE)
events <- lapply(readLines(files[1], encoding = "UTF-8"), fromJSON)
text <- readLines(files[2], warn = FALSE)
text[1] <- sub("^\xef\xbb\xbf", "", text[1], useBytes = TRUE) # the byte order mark, for Excel
rows <- read.csv(text = text, colClasses = c(revision = "character"))

answers <- function(type, data) if (type == "BlockReleased") sum(data$items$n, na.rm = TRUE) else 0
of_json <- sum(sapply(events, function(event) answers(event$type, event$data)))
of_csv <- sum(mapply(function(type, data) answers(type, fromJSON(data)), rows$type, rows$data))

stopifnot(identical(as.numeric(rows$position), as.numeric(sapply(events, `[[`, "position"))))
stopifnot(identical(rows$type, sapply(events, `[[`, "type")))
stopifnot(of_json == of_csv)
cat(sprintf("%d events with %d released answers, the same in JSON and CSV\n", nrow(rows), as.integer(of_csv)))
