package org.caucus.mail.auth.dkim;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.caucus.mail.message.Header;

/** A field of tags in the making: its {@code b} tag is empty until it is signed. */
record TagField(String name, Map<String, String> tags) {
  TagField {
    tags = new TreeMap<>(tags);
  }

  private String text(String signature) {
    return tags.entrySet().stream()
        .map(t -> t.getKey() + "=" + (t.getKey().equals("b") ? signature : t.getValue()))
        .collect(Collectors.joining("; "));
  }

  /** As it is signed: relaxed, without its line end. */
  String unsigned() {
    return SignatureField.unended(Canonicalization.RELAXED.field(name + ": " + text("")));
  }

  /**
   * Signed. The signature stays one word, within what a line may have: seals cover the field as it
   * is written, and the public suite of cases writes it so.
   */
  Header signed(String signature) {
    return Header.structured(name, text(signature));
  }
}
