package org.caucus.views.feeds;

import java.io.StringWriter;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a feed by RFC 4287. */
public final class AtomFeed {
  /** Its media type. */
  public static final String TYPE = "application/atom+xml; charset=utf-8";

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  private final XMLStreamWriter xml;

  private AtomFeed(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The feed. */
  public static String write(FeedMetadata place, List<FeedEntry> items) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      new AtomFeed(xml).feed(place, items);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a feed cannot be written", e);
    }
    return out.toString();
  }

  private void feed(FeedMetadata place, List<FeedEntry> items) throws XMLStreamException {
    xml.writeStartDocument("utf-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", place.words().language().tag());
    text("id", place.id());
    text("title", place.title());
    text("updated", place.changed(items).toString());
    link(place.address());
    text("generator", "Caucus");
    for (FeedEntry item : items) {
      entry(item);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void entry(FeedEntry item) throws XMLStreamException {
    xml.writeStartElement("entry");
    text("id", item.id());
    text("title", item.title());
    text("published", item.at().toString());
    text("updated", item.changed().toString());
    link(item.page());
    xml.writeStartElement("author");
    text("name", item.author());
    xml.writeEndElement();
    for (String tag : item.tags()) {
      xml.writeEmptyElement("category");
      xml.writeAttribute("term", tag);
    }
    xml.writeStartElement("content");
    xml.writeAttribute("type", "text");
    xml.writeCharacters(allowed(item.text()));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void link(String to) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", "alternate");
    xml.writeAttribute("href", to);
  }

  private void text(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(allowed(text));
    xml.writeEndElement();
  }

  /** Without the characters that XML 1.0 has no place for (section 2.2). */
  private static String allowed(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(AtomFeed::isAllowed).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
