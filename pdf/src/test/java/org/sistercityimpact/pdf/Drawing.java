package org.sistercityimpact.pdf;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/** Makes a renderable of a lambda, as a program with charts would. */
public final class Drawing extends AbstractRenderer implements Graphics2DRenderable {
  private static final long serialVersionUID = 1L;

  private final transient Graphics2DRenderable drawing;

  public Drawing(Graphics2DRenderable drawing) {
    this.drawing = drawing;
  }

  @Override
  public void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D area)
      throws JRException {
    drawing.render(context, graphics, area);
  }
}
