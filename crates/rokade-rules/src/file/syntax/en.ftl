title = Files that cannot be read
message = { $fault ->
    [encoding] The file is not saved as UTF-8, so letters such as æ, ø and å cannot be read.
    [control-character] Here is an invisible character ({ $character }) that cannot stand in a text file.
    [empty] The file is empty.
    [several-documents] A new document begins here (`---`), but a file can hold only one.
    [not-a-map] The file does not begin with keys and values such as `rokade: 1`.
    [alias] YAML's shortcuts (`&`, `*` and `<<`) cannot be used here.
    [tag] A tag, which begins with `!`, cannot be used here.
    [too-large] The file holds { $size } { $unit }, which is more than can be read.
    [too-long] This text holds { $size } { $unit }, which is more than can be read.
    [too-deep] More than { $most } lists and keys stand inside each other here.
    [too-many-nodes] Here are more than { $most } values, which is more than can be read at a time.
    [too-many-faults] The file has { $most } errors before here. The rest of it is unread.
    [ragged-row] The row has { $cells ->
        [one] 1 cell
       *[other] { $cells } cells
      }, but the header has { $columns ->
        [one] 1 column
       *[other] { $columns } columns
      }.
    [no-id-column] The header has no column named `id`.
   *[other] The file cannot be read here.
  }
message-parser = { $broken ->
    [tab] The line is indented by a tab, which YAML cannot read
    [quote] The quotes do not match here
    [escape] A `\` in double quotes begins a special sign here, and there is no such sign
    [bracket] The brackets do not match here
    [comma] A comma or a closing bracket is missing here, or a sign should have stood in quotes
    [indentation] The indentation does not fit the lines around it
    [margin] What stands in brackets begins at the margin here, which is too far to the left
    [character] Here is a sign that a text without quotes cannot begin with
    [colon] Here is a colon where none can stand
   *[other] From here on the file cannot be read as YAML
  } (the parser says: { $parser }). The rest of the file is unread.
help = { $fault ->
    [encoding] Save the file again as UTF-8. In Excel that is "CSV UTF-8 (Comma delimited)", in Notepad it is chosen under Save as.
    [control-character] Delete the character. Most often it came along when the text was copied.
    [empty] Write `rokade: 1` at the top, and then units, staff and functions.
    [several-documents] Split the file in two, or delete the line with `---`.
    [not-a-map] Write `rokade: 1` at the top, and put the rest under keys such as `units` and `staff`.
    [alias] Write it out in full in both places. If the sign is part of a text, put the text in quotes.
    [tag] Delete the tag. If the exclamation mark is part of a text, put the text in quotes.
    [too-large] Split the file into several in one folder, or put the staff in `staff.csv`.
    [too-long] Close the quote or the bracket if one is missing, or put the text in a file of its own.
    [too-deep] See whether there are too many brackets, or lines that are indented too far.
    [too-many-nodes] Split it into smaller parts.
    [too-many-faults] Correct those that were found, and read the file again. Often it is one error many times.
    [ragged-row] { $than_header ->
        [more] Put a cell in quotes if the delimiter is part of its text.
       *[fewer] Put in the delimiters that are missing, for the empty cells too.
      }
    [no-id-column] Give the column that has an id for each row the header `id`.
   *[other] Look at the line and at the one before it.
  }
help-parser = { $broken ->
    [tab] Put blanks in place of the tab.
    [escape] Put the text in single quotes ('…'), where `\` is an ordinary sign.
    [quote] Put in the quote that is missing, and quote the whole text, not only a part of it.
    [bracket] Put in the bracket that is missing, or take out the one too many.
    [comma] Put the text in quotes if it holds `:`, `,` or brackets. Otherwise see whether a comma or a closing bracket is missing.
    [character] Put the whole text in quotes.
    [indentation] Indent keys that belong together equally far.
    [margin] Put in the bracket that is missing further up; if none is, indent the line.
    [colon] Put the text in quotes if it holds a colon. Otherwise see whether the line is indented too far.
   *[other] Look at the line and at the one before it: a colon is followed by a blank, and text with `:`, `#`, `,` or `?` in it stands in quotes.
  }
label = { $fault ->
    [parser] the file is read as far as here
    [too-many-faults] the file is read as far as here
    [ragged-row] this row is unread
   *[other] here
  }
