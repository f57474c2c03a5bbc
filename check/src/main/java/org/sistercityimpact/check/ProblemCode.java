package org.sistercityimpact.check;

import static org.sistercityimpact.check.Severity.ASSUMED;
import static org.sistercityimpact.check.Severity.ERROR;
import static org.sistercityimpact.check.Severity.WARNING;

import java.util.Locale;
import java.util.Map;

/**
 * The kinds of problem that the checker and the inbox know by themselves; contracts bring those of
 * their own rules. Each kind has a page {@code sql/codes/<code>.md}. Words in braces are filled in.
 */
public enum ProblemCode {
  // A whole file.
  UNREADABLE_FILE(
      ERROR, "The file could not be read: {reason}", "Check its permissions and send it again"),
  OUTSIDE_INBOX(
      ERROR,
      "This is a link to a file outside the inbox, and was not followed",
      "Put the file itself into the folder"),
  FILE_TOO_LARGE(
      ERROR,
      "The file has {size} MB, more than the {limit} MB that one submission may have",
      "Send one dataset of one year only; remove pictures and empty columns"),
  UNREADABLE_TEXT(
      ERROR,
      "The file is not text in any encoding that could be recognised",
      "Save it as CSV UTF-8"),
  NO_TABLE(ERROR, "The file holds no table that can be read: {because}", "{advice}"),
  WORKBOOK_NOT_READ(ERROR, "The workbook cannot be read: {because}", "{advice}"),
  SHEET_DAMAGED(
      ERROR,
      "From row {row} on, the sheet is damaged",
      "Open the workbook, save it under a new name, and send that"),
  SHEET_MISSING(ERROR, "The workbook no longer has this sheet", "Send the workbook again"),
  NO_SHEET_READ(
      ERROR,
      "No sheet of the workbook is a dataset by its name or its columns",
      "Name each sheet after its dataset: {datasets}"),
  SHEET_NOT_READ(
      WARNING,
      "This sheet is no dataset by its name or its columns, and was not read",
      "Nothing, if it is for your own use; else name it after its dataset: {datasets}"),
  SHEET_READ(
      ASSUMED,
      "The sheet was taken for {dataset}",
      "Nothing, if that is right; else name the sheet after its dataset"),
  HIDDEN_READ(
      ASSUMED,
      "{what}, and was read like the others",
      "Nothing, if that is right; else delete what is not to be read"),
  MERGED_CELLS(
      WARNING,
      "Cells are merged in {cells}: the value counts for the first of them only",
      "Unmerge them and write the value into each row"),
  UNDER_MERGED(
      WARNING,
      "Values lie unseen under merged cells, in {cells}, and were not read",
      "Unmerge the cells and delete or move what appears"),
  TEXT_CUT(
      WARNING,
      "The text of {cells} is longer than a cell can hold, and its end was not read",
      "Shorten it"),
  NO_FORMATS(
      ASSUMED,
      "The workbook has no number formats, so that a date in it looks like a number",
      "Nothing, if dates were read as dates; else open it in a spreadsheet program, save it, and send that"),
  ODD_CELLS(
      WARNING,
      "The kind that the file gives to {cells} does not fit what stands there, which was read as text",
      "Type it again, or save the workbook in a spreadsheet program"),
  ODD_PLACES(
      WARNING,
      "The file has rows or cells at places that no sheet has; they were read behind those before, at {cells}",
      "Open the workbook, see whether each value stands where it belongs, save it, and send that"),
  BROKEN_QUOTES(
      ERROR,
      "From line {line} on, the quotation marks do not pair up, so cells cannot be told apart",
      "Save the file as CSV from a spreadsheet program, or write each quotation mark inside a quoted cell twice"),
  TOO_MANY_COLUMNS(
      ERROR,
      "Line {line} has more than {limit} cells, more than a spreadsheet can hold",
      "Remove the columns that are not of the dataset"),
  NO_HEADER(
      ERROR,
      "The first line names no column of {dataset}",
      "Make the first line the header: {columns}"),
  MISSING_COLUMN(
      ERROR, "The header lacks {columns}", "Add each missing column to the header and fill it"),
  DUPLICATE_COLUMN(ERROR, "Columns {columns} both mean {field}", "Keep one of them"),
  UNKNOWN_DATASET(
      ERROR, "The file's name is not that of a dataset", "Name it after its dataset: {datasets}"),
  UNKNOWN_MEMBER(ERROR, "{value} is not a member in the registry", "{advice}"),
  MEMBER_UNREAD(
      ERROR,
      "{value} is not a member in the registry, whose members.csv has rows that cannot be read: {rows}",
      "Network staff fix members.csv first; this file is then checked again by itself"),
  SAME_FILE(
      WARNING,
      "This file holds the same bytes as {file}, and its own name is not that of a dataset",
      "Nothing, if it was sent twice; else send the file that was meant"),
  CONFLICTING_FILES(ERROR, "{files} give different {dataset}{scope}, so {outcome}", "{advice}"),
  PARTS_READ(
      ASSUMED,
      "{files} have no row in common, and were taken together as the parts of one year",
      "Nothing, if that is right; else leave the one that holds the whole year"),
  FILE_REPEATED(
      ASSUMED,
      "{files} holds the same rows as this file, which count once",
      "Nothing, if it was sent twice; else send the file that was meant"),
  PART_REPEATED(
      WARNING,
      "{files} holds the same rows as this file, though its name is that of another part of the year; they count once",
      "Send the part that is missing; if there is none, remove one of the two"),
  PART_READ(
      ASSUMED,
      "The file's name was taken for a part of {dataset}: {part}",
      "Nothing, if files with the rest are sent, too, or there is no rest; else name the file after its dataset alone"),
  UNKNOWN_COLUMN(
      WARNING,
      "This column is not one of {dataset} and was not read",
      "Nothing, if it is a note of your own; else name it as one of: {columns}"),
  NOT_EXPECTED(
      WARNING,
      "The registry does not expect {member} to report for {year}",
      "Check the folder's year, and member_since and member_until in members.csv"),
  STRAY_FILE(WARNING, "This is not a submission and was not read: {reason}", "{advice}"),
  KEPT_EARLIER_FILE(
      WARNING,
      "This file has no row that counts, so the one received before it stays in force",
      "Mend the file and send it again"),
  ROWS_LOST(
      WARNING,
      "This file has {rows} rows that count; the one it replaces had {before}",
      "Make sure that it holds everything, not only what is new"),
  MORE_PROBLEMS(
      WARNING,
      "{count} more problems of this file are not listed",
      "Mend those that are listed, then check the file again"),
  FOLDER_READ(
      ASSUMED,
      "The folder was read as {meant}",
      "Nothing, if that is right; else name the folders after the year and the member's id"),
  FILE_NAME_READ(
      ASSUMED,
      "The file's name was taken for {dataset}",
      "Nothing, if that is right; else name the file after its dataset"),
  COLUMNS_READ(
      ASSUMED,
      "The file's name is not that of a dataset; by its columns it was taken for {dataset}",
      "Nothing, if that is right; else name the file after its dataset"),
  BROKEN_LETTERS(
      WARNING,
      "Letters were lost before the file came here, in {cells}, the first in {cell}: {value}",
      "Save the file afresh as CSV UTF-8 from the program that still shows the right letters"),
  STRAY_MARK(
      ASSUMED,
      "A byte order mark, which nobody sees, stands in {cells}, the first in {cell}: {value}",
      "Nothing, if that cell is right; such marks stay behind where files were put together"),
  ENCODING_UNCLEAR(
      ERROR,
      "The file is not UTF-8, and its letters may be {first} or {second}: {cell} is {one} or {other}",
      "Save it as CSV UTF-8"),
  ENCODING_GUESSED(
      ASSUMED,
      "The text was read as {encoding}{sample}",
      "If names look wrong, save the file as CSV UTF-8"),
  DELIMITER_GUESSED(
      ASSUMED, "Cells were told apart by {delimiter}", "Nothing, if the columns are right"),

  HEADER_BELOW(
      ASSUMED,
      "The header was found in row {row}, and what stands above it was not read",
      "Nothing, if that row names the columns; else make the first line the header"),
  OTHER_TEMPLATE(
      ASSUMED,
      "The sheet was made with template {version}, and today's is {today}: it was read by its header",
      "Nothing now; next time fill in a new template"),
  TEMPLATE_ELSEWHERE(
      WARNING,
      "The template was made for {member} and {year}, and was sent for another city or year",
      "Make sure that it is the right file, in the right folder"),
  NOTHING_AND_ROWS(
      WARNING,
      "The box says that there is nothing to report, and rows follow: the rows count",
      "Empty the box, or delete the rows"),
  LINES_QUOTED(
      ASSUMED,
      "Each line is in one pair of quotation marks, so that a spreadsheet shows a single column; the cells were read from within",
      "Nothing, if the rows are right; it comes of saving as CSV what was CSV text already"),
  SAYS_NOTHING_UNCLEARLY(
      ERROR,
      "The file has no row, and what it says of that is not certain",
      "If there is nothing to report, write exactly: nothing to report"),
  SHORT_ROWS(
      ASSUMED,
      "The cells missing at their end were read as empty in {left}",
      "Nothing, if those cells are empty; spreadsheets leave them out"),
  TOTALS_ROW(
      WARNING,
      "This looks like totals and was not counted: {left}",
      "Remove it, totals are computed; if it is an entry of its own, give it a name that is no total"),
  SECOND_HEADER(
      ASSUMED,
      "The header stands there once more, or what explains it, and was not counted: {left}",
      "Nothing"),
  NOTE_ROW(
      ASSUMED,
      "A title or a note stands there, or nothing that is read, and it was not counted: {left}",
      "Nothing, if it is no entry; else fill the other cells of the row"),

  // A row.
  SPLIT_NUMBER(
      ERROR,
      "{field} is '{start}' and the cell behind it '{end}': a number with a comma that was not put into quotation marks is split in two",
      "Write {whole}, without a comma"),
  TOO_FEW_CELLS(
      ERROR,
      "The row has {cells} and the header {columns}",
      "Add the missing cells, empty where there is nothing to say"),
  TOO_MANY_CELLS(
      ERROR,
      "The row has {cells} and the header {columns}, so its cells may have shifted",
      "Put a cell that holds a comma into quotation marks, or remove what is too much"),
  OTHER_HEADER(
      ERROR,
      "The header in row {header} has its columns in another order than the first one, so nothing below it was read",
      "Bring the columns of both tables into one order, or send the second as a file of its own"),
  OTHER_TABLE(
      ERROR,
      "Row {header} looks like the header of another table, so this row below it was not read",
      "Move that table to a file or sheet of its own, or remove it; if row {header} is no header, correct it, then each row below"),
  OTHER_YEAR(
      ERROR,
      "The row says that it is of {said}, and the file is of {year}",
      "Move the row to the file of its year; if it is of {year}, correct the column of years"),
  OTHER_MEMBER(
      ERROR,
      "The row says that it is of {said}, and the file is of {member}",
      "Send it with the files of {said}; if it is your own, correct the column of members"),
  CONFLICTING_ROWS(
      ERROR,
      "{rows} the same {key} and other values, so none of them counts",
      "Keep the right one, or give each its own {key}"),
  DUPLICATE_ROW(WARNING, "The row says the same as row {row}, which counts", "Remove one of them"),
  EQUAL_ROW(
      WARNING,
      "The row equals row {row}; both count",
      "Remove one of them if it was entered twice"),

  // A cell.
  VALUE_MISSING(ERROR, "{field} is empty", "Write {what}"),
  NO_STORED_VALUE(
      ERROR,
      "The cell of {field} shows a formula or a text whose value the file does not hold",
      "Open the workbook in a spreadsheet program, save it, and send it again; or type the value into the cell"),
  NOT_A_WHOLE_NUMBER(ERROR, "{field} is {value}, which is not a whole number", "{advice}"),
  NOT_A_NUMBER(ERROR, "{field} is {value}, which is not a number", "{advice}"),
  PLACEHOLDER(ERROR, "{field} is {value}, {kind}, and every row needs it", "Write {what}"),
  PLACEHOLDER_READ(
      ASSUMED,
      "{field} is {value}, {kind}, and was read as empty",
      "Nothing, if it is not known; else write it"),
  DOUBT(
      WARNING,
      "{field} is {value}, {much}{proposal}",
      "Correct it; if it is right, tell the network office, which confirms it"),
  IMPOSSIBLE(ERROR, "{field} is {value}, which cannot be: {much}{proposal}", "Correct the cell"),
  SCIENTIFIC_ID(
      ERROR,
      "{field} is {value}, a number that a spreadsheet has cut short, so that two ids may have become one",
      "Format the column as Text, write each id in full, and save again"),
  NEGATIVE_NUMBER(ERROR, "{field} is {value}, and may not be negative", "Write a number {from}"),
  TOO_MANY_DECIMALS(ERROR, "{field} is {value}, with more than {decimals} decimals", "{advice}"),
  BELOW_MINIMUM(ERROR, "{field} is {value}, and must be {least}", "Correct the number"),
  ABOVE_MAXIMUM(ERROR, "{field} is {value}, and may be at most {maximum}", "{advice}"),
  NOT_A_YEAR(ERROR, "{field} is {value}, which is not a year", "{advice}"),
  NOT_A_DATE(ERROR, "{field} is {value}, which is not a date written YYYY-MM-DD", "{advice}"),
  NO_SUCH_DATE(
      ERROR,
      "{field} is {value}, a day that the calendar does not have",
      "Correct the day or the month; dates are written YYYY-MM-DD"),
  DATE_OUT_OF_RANGE(
      ERROR,
      "{field} is {value}, and dates lie between the years 1900 and 2100",
      "Correct the year"),
  NOT_YES_OR_NO(ERROR, "{field} is {value}, which is neither yes nor no", "Write yes or no"),
  NOT_IN_LIST(ERROR, "{field} is {value}, which is not one of its words", "Write {words}"),
  UNKNOWN_CODE(ERROR, "{field} is {value}, which is not in the list of {list}", "Write {example}"),
  WRONG_FORM(ERROR, "{field} is {value}, which does not have the right form", "Write {hint}"),
  TOO_LONG(
      ERROR,
      "{field} has {length} characters, {over} more than the {limit} that it may have",
      "Shorten it"),
  PHOTO_MISSING(
      WARNING,
      "{field} names {value}, and no such photo lies beside the file",
      "Send the photo beside the file, or in its folder photos, under exactly this name"),
  PHOTO_NOT_USED(
      WARNING, "{field} names {value}, a photo that cannot be printed: {because}", "{advice}"),
  CONTROL_CHARACTER(
      ERROR,
      "{field} holds a character that cannot be printed",
      "Type the cell afresh instead of pasting it"),
  UNKNOWN_PARTNERSHIP(
      ERROR, "{field} is {value}, which is no partnership in the registry", "Write {partnerships}"),
  OTHER_MEMBERS_PARTNERSHIP(
      ERROR, "{field} is {value}, a partnership of another member", "Write {partnerships}"),
  AMBIGUOUS_PARTNER(
      ERROR,
      "{field} is {value}, a name that several partnerships of the member have",
      "Write {partnerships}"),
  DATE_READ(
      ASSUMED,
      "{field} is {value}; it was read as {read}{proof}",
      "Nothing, if that is right; else write dates as YYYY-MM-DD"),
  MONTH_READ(
      ASSUMED,
      "{field} is {value}; it was read as {read}{proof}",
      "Nothing, if that is right; else write months as YYYY-MM"),
  PARTNER_BY_NAME(
      ASSUMED,
      "{field} is {value}, the name of a partner; it was read as {read}",
      "Nothing, if that is right; else write the partnership_id"),
  ONE_NAME(
      ASSUMED,
      "{field} is {value}; it was read as one name",
      "Nothing, if it is one; else put a semicolon between the names"),
  NAME_SETTLED(
      ASSUMED,
      "{field} is {value}; it was read as {read}, as settled in names.csv of the registry",
      "Nothing, if that is right; else tell the network office"),
  SPELLING_READ(
      ASSUMED,
      "{field} is {value}; it was read as {read}",
      "Nothing, if that is right; else write {read}"),
  NUMBER_READ(
      ASSUMED,
      "{field} is {value}; it was read as {read}{proof}",
      "Nothing, if that is right; else write digits only");

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final Severity severity;
  private final String message;
  private final String fix;

  ProblemCode(Severity severity, String message, String fix) {
    this.severity = severity;
    this.message = message;
    this.fix = fix;
  }

  /** The stable name: kebab case. */
  public String code() {
    return code;
  }

  /** How much it matters. */
  public Severity severity() {
    return severity;
  }

  /** A problem of this kind about a whole file. */
  public Problem ofFile(Map<String, String> words) {
    return at(0, -1, null, null, words);
  }

  /** A problem of this kind, its texts filled from {@code words}. */
  public Problem at(
      int sourceRow, int column, String columnName, String value, Map<String, String> words) {
    return new Problem(
        sourceRow,
        column,
        columnName,
        value,
        code(),
        severity,
        filled(message, words),
        filled(fix, words));
  }

  /** {@code text} with each {@code {word}} that {@code words} knows replaced. */
  static String filled(String text, Map<String, String> words) {
    StringBuilder out = new StringBuilder(text.length() + 32);
    int from = 0;
    while (true) {
      int open = text.indexOf('{', from);
      int close = open < 0 ? -1 : text.indexOf('}', open);
      if (close < 0) {
        return out.append(text, from, text.length()).toString();
      }
      String word = words.get(text.substring(open + 1, close));
      out.append(text, from, open);
      // Replaced once only: a cell that itself holds braces stays as it is.
      out.append(word == null ? text.substring(open, close + 1) : word);
      from = close + 1;
    }
  }
}
