package org.caucus.operator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caucus.operator.cli.Console;

/** An operator who writes everything down, and has one secret. */
public final class Heard implements Console {
  public final List<String> said = new ArrayList<>();
  public final List<String> noted = new ArrayList<>();

  @Override
  public void say(String line) {
    said.add(line);
  }

  @Override
  public void note(String line) {
    noted.add(line);
  }

  @Override
  public char[] secret(String prompt) {
    return "five words of my own".toCharArray();
  }

  @Override
  public Path path(Path given) {
    return given;
  }
}
