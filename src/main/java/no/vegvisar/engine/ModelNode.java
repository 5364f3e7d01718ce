package no.vegvisar.engine;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An element of a BPMN or DMN file as the policy reads it, with its line. Read without a document
 * type, so that no file can reach outside itself.
 */
final class ModelNode {

  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  private static final int DEEPEST = 60;
  private static final Map<String, String> SHORT =
      Map.of(
          "http://camunda.org/schema/1.0/bpmn",
          "camunda:",
          "http://camunda.org/schema/1.0/dmn",
          "camunda:",
          "http://camunda.org/schema/modeler/1.0",
          "modeler:",
          "http://bpmn.io/schema/dmn/biodi/2.0",
          "biodi:",
          XSI,
          "xsi:");

  private final ModelNode parent;
  private final String namespace;
  private final String name;
  private final int line;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<ModelNode> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private ModelNode(ModelNode parent, String namespace, String name, int line) {
    this.parent = parent;
    this.namespace = namespace;
    this.name = name;
    this.line = line;
  }

  /** Whether it or an element around it is of one of these namespaces. */
  boolean isWithin(Set<String> namespaces) {
    return namespaces.contains(namespace) || (parent != null && parent.isWithin(namespaces));
  }

  /** Throws SAXException when the file is not well formed or brings a document type. */
  static ModelNode read(String xml) throws SAXException {
    var handler = new Reader();
    try {
      var factory = SAXParserFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.newSAXParser().parse(new InputSource(new StringReader(xml)), handler);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return handler.root;
  }

  String namespace() {
    return namespace;
  }

  /** Name with the short prefix of a known namespace: {@code userTask}, {@code camunda:in}. */
  String name() {
    return SHORT.getOrDefault(namespace, "") + name;
  }

  int line() {
    return line;
  }

  ModelNode parent() {
    return parent;
  }

  Map<String, String> attributes() {
    return attributes;
  }

  /** The attribute, or an empty text. */
  String attribute(String key) {
    return attributes.getOrDefault(key, "");
  }

  String id() {
    return attribute("id");
  }

  String text() {
    return text.toString().strip();
  }

  Stream<ModelNode> children(String wanted) {
    return children.stream().filter(child -> child.name().equals(wanted));
  }

  boolean has(String wanted) {
    return children(wanted).findAny().isPresent();
  }

  /** This element and all below. */
  Stream<ModelNode> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(ModelNode::all));
  }

  Stream<ModelNode> all(String wanted) {
    return all().filter(node -> node.name().equals(wanted));
  }

  /** Value of a camunda:property of this element, or an empty text. */
  String property(String key) {
    return children("extensionElements")
        .flatMap(x -> x.children("camunda:properties"))
        .flatMap(x -> x.children("camunda:property"))
        .filter(x -> x.attribute("name").equals(key))
        .map(x -> x.attribute("value"))
        .findFirst()
        .orElse("");
  }

  /** Id of the element, or of the nearest around it; what a person finds on the diagram. */
  String nearestId() {
    for (ModelNode at = this; at != null; at = at.parent) {
      if (!at.id().isEmpty()) {
        return at.id();
      }
    }
    return "";
  }

  private static final class Reader extends DefaultHandler {

    private ModelNode root;
    private ModelNode at;
    private int depth;
    private Locator locator;

    @Override
    public void setDocumentLocator(Locator locator) {
      this.locator = locator;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes given)
        throws SAXException {
      if (++depth > DEEPEST) {
        throw new SAXException("nested too deep");
      }
      var node = new ModelNode(at, uri, localName, locator.getLineNumber());
      for (int i = 0; i < given.getLength(); i++) {
        String ns = given.getURI(i);
        String prefix = ns.isEmpty() ? "" : SHORT.getOrDefault(ns, "{" + ns + "}");
        node.attributes.put(prefix + given.getLocalName(i), given.getValue(i));
      }
      if (at == null) {
        root = node;
      } else {
        at.children.add(node);
      }
      at = node;
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
      depth--;
      at = at.parent;
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      at.text.append(characters, start, length);
    }
  }
}
