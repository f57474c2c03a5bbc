package org.sistercityimpact.pdf;

import net.sf.jasperreports.renderers.Graphics2DRenderable;

/**
 * A drawing that is the same in many documents, for example the land of a map behind each
 * document's own figures. It is drawn and compressed once per exporter. It may not hold text, whose
 * fonts belong to a document.
 */
public interface ReusableDrawing extends Graphics2DRenderable {
  /** A name for what is drawn: two drawings of one name and one size must look the same. */
  String drawingName();
}
