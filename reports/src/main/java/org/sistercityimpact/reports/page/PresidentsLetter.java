package org.sistercityimpact.reports.page;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.sistercityimpact.reports.text.TableRow;

/**
 * The president's letter: Markdown with headings, paragraphs, lists, bold and slanted words. What
 * else Markdown knows is printed as its text.
 */
public final class PresidentsLetter {
  private static final String HEADING = "H2";
  private static final String PARAGRAPH = "P";
  private static final String ITEM = "LI";

  private PresidentsLetter() {}

  /** Its paragraphs, headings and items of lists as styled texts, each with its tag. */
  public static List<TableRow> paragraphs(String markdown) {
    Blocks blocks = new Blocks();
    Parser.builder().build().parse(markdown).accept(blocks);
    return blocks.lines;
  }

  private static final class Blocks extends AbstractVisitor {
    private final List<TableRow> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    /** Stands before the first paragraph of an item. */
    private String label = "";

    /** The tag of what stands in paragraphs. */
    private String tag = PARAGRAPH;

    /** The line of the present item of a list; -1 before its first paragraph. */
    private int item = -1;

    private void end(String as) {
      if (!text.toString().isBlank()) {
        String words = label + text.toString().strip();
        if (as.equals(ITEM) && item >= 0 && item == lines.size() - 1) {
          // A further paragraph of an item: one item for who hears it, too.
          words = lines.remove(item).cell(0).text() + "\n" + words;
        }
        item = lines.size();
        lines.add(TableRow.of(words, as));
        label = "";
      }
      text.setLength(0);
    }

    private void plain(String words) {
      text.append(words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    private void block(String literal) {
      plain(literal);
      end(tag);
    }

    private void styled(Node node, String style) {
      text.append('<').append(style).append('>');
      visitChildren(node);
      text.append("</").append(style).append('>');
    }

    @Override
    public void visit(Heading heading) {
      styled(heading, "b");
      end(tag.equals(ITEM) ? ITEM : HEADING);
    }

    @Override
    public void visit(Paragraph paragraph) {
      visitChildren(paragraph);
      end(tag);
    }

    @Override
    public void visit(BulletList list) {
      items(list, -1);
    }

    @Override
    public void visit(OrderedList list) {
      Integer first = list.getMarkerStartNumber();
      items(list, first == null ? 1 : first);
    }

    private void items(ListBlock list, int first) {
      String outside = tag;
      int around = item;
      tag = ITEM;
      int number = first;
      for (Node next = list.getFirstChild(); next != null; next = next.getNext()) {
        item = -1;
        label = first < 0 ? "•  " : number++ + ".  ";
        visitChildren((ListItem) next);
      }
      label = "";
      item = around;
      tag = outside;
    }

    @Override
    public void visit(Text words) {
      plain(words.getLiteral());
    }

    @Override
    public void visit(Emphasis emphasis) {
      styled(emphasis, "i");
    }

    @Override
    public void visit(StrongEmphasis strong) {
      styled(strong, "b");
    }

    @Override
    public void visit(Link link) {
      int from = text.length();
      visitChildren(link);
      if (!text.substring(from).equals(link.getDestination())) {
        plain(" (" + link.getDestination() + ")");
      }
    }

    @Override
    public void visit(Code code) {
      plain(code.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
      plain(html.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
      block(html.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock code) {
      block(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
      block(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
      text.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
      text.append('\n');
    }
  }
}
