package org.caucus.mail.message;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.DefaultFieldBuilder;
import org.apache.james.mime4j.stream.RawField;
import org.caucus.mail.message.text.HeaderText;

/** Fields as the library makes them, without what would keep it busy. */
final class DefusedFields extends DefaultFieldBuilder {
  DefusedFields() {
    super(LetterParser.MAX_PART_FIELD_OCTETS);
  }

  @Override
  public RawField build() throws MimeException {
    RawField field = super.build();
    String body = field.getBody();
    String defused = HeaderText.defused(body);
    return defused.equals(body) ? field : new RawField(field.getName(), MimePart.oneLine(defused));
  }
}
