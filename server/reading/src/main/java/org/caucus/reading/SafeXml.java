package org.caucus.reading;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** XML without document types, entities, or anything from another place. */
final class SafeXml implements AutoCloseable {
  private final XMLStreamReader in;
  private int depth;

  SafeXml(byte[] bytes) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty("jdk.xml.maxElementDepth", Integer.toString(Limits.XML_DEPTH + 1));
    try {
      in = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
    } catch (XMLStreamException e) {
      throw Refused.because("document-is-damaged");
    }
  }

  /** The next event. */
  int next() {
    try {
      int event = in.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw Refused.because("document-has-xml-entities");
      }
      if (event == XMLStreamConstants.START_ELEMENT && ++depth > Limits.XML_DEPTH) {
        throw Refused.because("document-is-nested-too-deeply", "limit", Limits.NESTING);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
      return event;
    } catch (XMLStreamException e) {
      throw Refused.because("document-is-damaged");
    }
  }

  /** The next element inside the one that is open; false at its end. Words are passed over. */
  boolean child() {
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
        return false;
      }
    }
  }

  /** Reads the first element inside the one that is open, and passes over the others. */
  void first(Runnable read) {
    if (!child()) {
      return;
    }
    read.run();
    while (child()) {
      skip();
    }
  }

  /** To the end of the element that is open. */
  void skip() {
    int open = depth;
    while (depth >= open) {
      next();
    }
  }

  /** The words in the element that is open, to its end. */
  String words() {
    int open = depth;
    StringBuilder built = new StringBuilder();
    while (depth >= open) {
      int event = next();
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        built.append(in.getText());
      }
    }
    return built.toString();
  }

  boolean isStart() {
    return in.isStartElement();
  }

  String name() {
    return in.getLocalName();
  }

  String text() {
    return in.getText();
  }

  String namespace() {
    String uri = in.getNamespaceURI();
    return uri == null ? "" : uri;
  }

  /** An attribute by its local name in any namespace; null if the element does not have it. */
  @Nullable String attribute(String name) {
    for (int i = 0; i < in.getAttributeCount(); i++) {
      if (in.getAttributeLocalName(i).equals(name)) {
        return in.getAttributeValue(i);
      }
    }
    return null;
  }

  String attribute(String name, String otherwise) {
    String value = attribute(name);
    return value == null ? otherwise : value;
  }

  int number(String name, int otherwise) {
    return whole(attribute(name), otherwise);
  }

  static int whole(@Nullable String value, int otherwise) {
    if (value == null || !value.matches("-?[0-9]{1,9}")) {
      return otherwise;
    }
    return Integer.parseInt(value);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (XMLStreamException e) {
      throw Refused.because("document-is-damaged");
    }
  }
}
