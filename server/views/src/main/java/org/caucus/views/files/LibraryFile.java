package org.caucus.views.files;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A file that hangs on an entry.
 *
 * @param n its number among the files of that, from 1
 * @param key what it is called, in one spelling: files of one key under one thing are versions
 */
record LibraryFile(
    String entry, int n, String name, String key, String type, FileCategory kind, long size) {
  static LibraryFile of(String entry, int n, String name, String type, long size) {
    return new LibraryFile(entry, n, name, key(name), type, FileCategory.of(type, name), size);
  }

  /** A name, or words of one, whatever the case and however accents are written. */
  static String key(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
