package no.vegvisar.correspondence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Puts several papers into one PDF. */
final class Binder {

  private static final float MARGIN = 36;

  private Binder() {}

  /**
   * A paper that is to be bound.
   *
   * @param title for the table of contents
   */
  record Leaf(String title, byte[] pdf, int pages) {}

  /** A leaf of a file; empty when it cannot be opened, copied or shown. */
  static Optional<Leaf> leaf(String title, byte[] content, boolean pdf) {
    try {
      byte[] paper = pdf ? content : page(content);
      try (PDDocument opened = Loader.loadPDF(paper)) {
        return opened.getNumberOfPages() == 0 || opened.isEncrypted()
            ? Optional.empty()
            : Optional.of(new Leaf(title, paper, opened.getNumberOfPages()));
      }
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** An image on a page of its own, upright or lying as it is, never larger than it was. */
  private static byte[] page(byte[] image) throws IOException {
    try (PDDocument paper = new PDDocument()) {
      PDImageXObject picture = PDImageXObject.createFromByteArray(paper, image, null);
      PDRectangle a4 = PDRectangle.A4;
      PDRectangle sheet =
          picture.getWidth() > picture.getHeight()
              ? new PDRectangle(a4.getHeight(), a4.getWidth())
              : a4;
      PDPage page = new PDPage(sheet);
      paper.addPage(page);
      float scale =
          Math.min(
              1,
              Math.min(
                  (sheet.getWidth() - 2 * MARGIN) / picture.getWidth(),
                  (sheet.getHeight() - 2 * MARGIN) / picture.getHeight()));
      float width = picture.getWidth() * scale;
      float height = picture.getHeight() * scale;
      try (PDPageContentStream drawing = new PDPageContentStream(paper, page)) {
        drawing.drawImage(
            picture,
            (sheet.getWidth() - width) / 2,
            sheet.getHeight() - MARGIN - height,
            width,
            height);
      }
      return bytes(paper);
    }
  }

  /** One after the other, as they are. */
  static byte[] joined(List<byte[]> papers) {
    var out = new ByteArrayOutputStream();
    var merger = new PDFMergerUtility();
    merger.setDestinationStream(out);
    papers.forEach(pdf -> merger.addSource(new RandomAccessReadBuffer(pdf)));
    try {
      merger.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * A letter and what goes along with it. The letter keeps its tags and can be listened to; scans
   * and pictures have none, so the whole is not PDF/UA and no longer claims to be. Nothing in a
   * file from outside starts by itself.
   */
  static byte[] bound(byte[] letter, List<Leaf> leaves) {
    byte[] joined =
        joined(Stream.concat(Stream.of(letter), leaves.stream().map(Leaf::pdf)).toList());
    try (PDDocument paper = Loader.loadPDF(joined);
        PDDocument first = Loader.loadPDF(letter)) {
      var catalog = paper.getDocumentCatalog();
      catalog.setMetadata(null);
      catalog.setOpenAction(null);
      catalog.setActions(null);
      catalog.setNames(null);
      catalog.setLanguage(first.getDocumentCatalog().getLanguage());
      var about = new PDDocumentInformation();
      about.setTitle(first.getDocumentInformation().getTitle());
      paper.setDocumentInformation(about);
      var shown = new PDViewerPreferences(new COSDictionary());
      shown.setDisplayDocTitle(true);
      catalog.setViewerPreferences(shown);
      catalog.setDocumentOutline(contents(paper, first.getNumberOfPages(), leaves));
      return bytes(paper);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PDDocumentOutline contents(PDDocument paper, int pages, List<Leaf> leaves) {
    var contents = new PDDocumentOutline();
    contents.addLast(entry(paper, paper.getDocumentInformation().getTitle(), 0));
    int at = pages;
    for (Leaf leaf : leaves) {
      contents.addLast(entry(paper, leaf.title(), at));
      at += leaf.pages();
    }
    return contents;
  }

  private static PDOutlineItem entry(PDDocument paper, String title, int page) {
    var there = new PDPageFitDestination();
    there.setPage(paper.getPage(page));
    var entry = new PDOutlineItem();
    entry.setTitle(title);
    entry.setDestination(there);
    return entry;
  }

  private static byte[] bytes(PDDocument paper) throws IOException {
    var out = new ByteArrayOutputStream();
    paper.save(out);
    return out.toByteArray();
  }
}
