import java.nio.file.Files;
import java.nio.file.Path;
import org.sistercityimpact.reports.FilledBriefs;

/** Our own export of the briefs: {@code WAREHOUSE YEAR COUNT PDF}. */
final class OwnExport {
  public static void main(String[] arguments) throws Exception {
    FilledBriefs briefs = new FilledBriefs(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    int count = Integer.parseInt(arguments[2]);
    Timing.print("ours", count, briefs::document, briefs::pdf);
    Files.write(Path.of(arguments[3]), briefs.pdf(briefs.document(0)));
  }
}
