package org.sistercityimpact.check;

import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/** What a column knows of the file around the cell it reads, and where it tells what is wrong. */
interface CellContext {
  /** Reports a problem of the cell; an error makes the cell bad and its row rejected. */
  void report(CellColumn column, ProblemCode code, String cell, Map<String, String> words);

  /** What a text of a column means, as somebody has settled; null: nobody has. */
  String meant(CellColumn column, String written);

  /** What a screen shows beside the number of the present row, as {@link Sheet#unit} says. */
  String unit(CellColumn column);

  /** Whether the present row's cell is a number, in which no point can stand between thousands. */
  boolean holdsNumber(CellColumn column);

  /** The reporting year; null: not known. */
  Integer year();

  /** What tells the file's cells apart. */
  char delimiter();

  /** The columns of the contract, those that the file lacks too. */
  List<CellColumn> columns();

  /** Shows each cell of a column that is not empty, with its row: what others prove of this one. */
  void eachCell(CellColumn column, ObjIntConsumer<String> cell);
}
