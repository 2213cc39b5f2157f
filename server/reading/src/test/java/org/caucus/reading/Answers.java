package org.caucus.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the reader answers, as another program reads it. */
final class Answers {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Answers() {}

  static JsonNode read(byte[] bytes, String ending) {
    return read(bytes, ending, false);
  }

  static JsonNode read(byte[] bytes, String ending, boolean isAsItWas) {
    try {
      return JSON.readTree(Reader.answer(bytes, ending, isAsItWas));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode read(String words, String ending) {
    return read(words.getBytes(StandardCharsets.UTF_8), ending);
  }

  static String text(JsonNode answer) {
    return answer.has("refused") ? answer.toString() : answer.get("text").asText();
  }

  static String refused(byte[] bytes, String ending) {
    return read(bytes, ending).path("refused").asText();
  }

  /** Style, level and words of each block. */
  static List<String> blocks(JsonNode answer) {
    List<String> blocks = new ArrayList<>();
    String text = text(answer);
    for (JsonNode b : answer.get("blocks")) {
      String words = text.substring(b.get(2).asInt(), b.get(3).asInt()).strip();
      blocks.add(b.get(0).asText() + " " + b.get(1).asText() + " " + words);
    }
    return blocks;
  }
}
