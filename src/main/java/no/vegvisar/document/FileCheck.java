package no.vegvisar.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import no.vegvisar.kernel.Refusal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;

/**
 * Whether a file from outside is what its first bytes say: it opens, needs no password, and brings
 * no program along. No virus scan: that is the work of the house's own mail and file gateways.
 */
final class FileCheck {

  private static final long MOST_PIXELS = 100_000_000L;

  private FileCheck() {}

  /** Why it cannot be kept; empty when it can. */
  static Optional<Refusal> of(FileKind kind, byte[] content) {
    return Optional.ofNullable(kind == FileKind.PDF ? pdf(content) : image(kind, content))
        .map(Refusal::of);
  }

  private static String pdf(byte[] content) {
    try (PDDocument pdf = Loader.loadPDF(content)) {
      if (pdf.getNumberOfPages() == 0) {
        return "document.refusal.damaged";
      }
      return bringsProgram(pdf) ? "document.refusal.program" : null;
    } catch (InvalidPasswordException e) {
      return "document.refusal.password";
    } catch (IOException | RuntimeException e) {
      return "document.refusal.damaged";
    }
  }

  private static boolean bringsProgram(PDDocument pdf) throws IOException {
    var catalog = pdf.getDocumentCatalog();
    var opens = catalog.getOpenAction();
    PDDocumentNameDictionary names = catalog.getNames();
    return opens instanceof PDActionJavaScript
        || opens instanceof PDActionLaunch
        || (names != null && (names.getJavaScript() != null || names.getEmbeddedFiles() != null));
  }

  private static String image(FileKind kind, byte[] content) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return "document.refusal.damaged";
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        boolean same = reader.getFormatName().equalsIgnoreCase(kind.name());
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
          return "document.refusal.too-many-pixels";
        }
        return same ? null : "document.refusal.damaged";
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      return "document.refusal.damaged";
    }
  }
}
