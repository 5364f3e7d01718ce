package no.vegvisar.modelling;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import no.vegvisar.kernel.LocalText;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * A model read as a document: its key, its steps in words, and what differs from another. Refuses a
 * DOCTYPE.
 */
final class ModelFile {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final Set<String> STEPS =
      Set.of(
          "userTask",
          "serviceTask",
          "businessRuleTask",
          "receiveTask",
          "callActivity",
          "boundaryEvent",
          "intermediateCatchEvent");

  /**
   * @param role code of the candidate group, or null
   */
  record Step(String id, String kind, LocalText name, String role) {}

  /**
   * @param kind added, changed or removed
   */
  record Change(String kind, String id, LocalText name) {}

  private final Document document;

  private ModelFile(Document document) {
    this.document = document;
  }

  /** Empty when the text is not well-formed XML, or has a DOCTYPE. */
  static Optional<ModelFile> read(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return Optional.of(new ModelFile(builder.parse(new InputSource(new StringReader(xml)))));
    } catch (org.xml.sax.SAXException | java.io.IOException e) {
      return Optional.empty();
    } catch (javax.xml.parsers.ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Id of the process, or of the decision; empty when there is neither. */
  Optional<String> key() {
    NodeList processes = document.getElementsByTagNameNS(BPMN, "process");
    if (processes.getLength() > 0) {
      return Optional.of(((Element) processes.item(0)).getAttribute("id"));
    }
    NodeList decisions = document.getElementsByTagNameNS("*", "decision");
    return decisions.getLength() > 0
        ? Optional.of(((Element) decisions.item(0)).getAttribute("id"))
        : Optional.empty();
  }

  boolean isDecision() {
    return document.getDocumentElement().getNamespaceURI() != null
        && document.getDocumentElement().getNamespaceURI().contains("/DMN/");
  }

  /** The process's documentation in English; empty when it has none. */
  Optional<String> documentation() {
    NodeList processes = document.getElementsByTagNameNS(BPMN, "process");
    if (processes.getLength() == 0) {
      return Optional.empty();
    }
    for (Node child = processes.item(0).getFirstChild();
        child != null;
        child = child.getNextSibling()) {
      if (child instanceof Element element && "documentation".equals(element.getLocalName())) {
        return Optional.of(element.getTextContent().strip());
      }
    }
    return Optional.empty();
  }

  /** The steps in the order of the file. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    elements().values().stream()
        .filter(e -> STEPS.contains(e.getLocalName()))
        .forEach(
            e ->
                steps.add(
                    new Step(
                        e.getAttribute("id"),
                        e.getLocalName(),
                        name(e),
                        e.hasAttributeNS(CAMUNDA, "candidateGroups")
                            ? e.getAttributeNS(CAMUNDA, "candidateGroups")
                            : null)));
    return steps;
  }

  List<String> called() {
    List<String> keys = new ArrayList<>();
    NodeList calls = document.getElementsByTagNameNS(BPMN, "callActivity");
    for (int i = 0; i < calls.getLength(); i++) {
      keys.add(((Element) calls.item(i)).getAttribute("calledElement"));
    }
    return keys.stream().distinct().toList();
  }

  /**
   * What differs from an earlier file: elements that came, went, or read otherwise. Drawing alone
   * is no change.
   */
  List<Change> changesSince(ModelFile earlier) {
    Map<String, Element> before = earlier.elements();
    Map<String, Element> after = elements();
    List<Change> changes = new ArrayList<>();
    after.forEach(
        (id, element) -> {
          if (!before.containsKey(id)) {
            changes.add(new Change("added", id, name(element)));
          } else if (!own(element).equals(own(before.get(id)))) {
            changes.add(new Change("changed", id, name(element)));
          }
        });
    before.forEach(
        (id, element) -> {
          if (!after.containsKey(id)) {
            changes.add(new Change("removed", id, name(element)));
          }
        });
    return changes;
  }

  private Map<String, Element> elements() {
    Map<String, Element> found = new LinkedHashMap<>();
    NodeList all = document.getElementsByTagNameNS("*", "*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      String namespace = String.valueOf(element.getNamespaceURI());
      boolean drawn =
          namespace.contains("/DI") || namespace.contains("/DC") || namespace.contains("DMNDI");
      if (!drawn && element.hasAttribute("id") && !element.getLocalName().equals("definitions")) {
        found.put(element.getAttribute("id"), element);
      }
    }
    return found;
  }

  /** The element without the elements inside it that have an id of their own. */
  private static String own(Element element) {
    StringBuilder text = new StringBuilder(element.getLocalName());
    var attributes = element.getAttributes();
    List<String> sorted = new ArrayList<>();
    for (int i = 0; i < attributes.getLength(); i++) {
      sorted.add(attributes.item(i).getNodeName() + "=" + attributes.item(i).getNodeValue());
    }
    sorted.stream().sorted().forEach(a -> text.append('|').append(a));
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inside
          && !inside.hasAttribute("id")
          && !Set.of("incoming", "outgoing").contains(inside.getLocalName())) {
        text.append('<').append(own(inside)).append('>');
      } else if (child.getNodeType() == Node.TEXT_NODE && !child.getTextContent().isBlank()) {
        text.append(child.getTextContent().strip());
      }
    }
    return text.toString();
  }

  private static LocalText name(Element element) {
    String name =
        element.hasAttribute("name") && !element.getAttribute("name").isBlank()
            ? element.getAttribute("name")
            : element.getAttribute("id");
    String nn = null;
    String nb = null;
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element extension
          && "extensionElements".equals(extension.getLocalName())) {
        NodeList properties = extension.getElementsByTagNameNS(CAMUNDA, "property");
        for (int i = 0; i < properties.getLength(); i++) {
          Element property = (Element) properties.item(i);
          nn =
              property.getAttribute("name").equals("label.nn")
                  ? property.getAttribute("value")
                  : nn;
          nb =
              property.getAttribute("name").equals("label.nb")
                  ? property.getAttribute("value")
                  : nb;
        }
      }
    }
    return new LocalText(name, nn, nb);
  }
}
