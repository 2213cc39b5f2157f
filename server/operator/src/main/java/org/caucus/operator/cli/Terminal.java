package org.caucus.operator.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The operator, at this process's own terminal.
 *
 * @param in where a secret is read from when there is no terminal to ask at
 */
public record Terminal(PrintWriter out, PrintWriter err, InputStream in) implements Console {
  @Override
  public void say(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public void note(String line) {
    err.println(line);
    err.flush();
  }

  @Override
  @SuppressWarnings("SystemConsoleNull") // true of JDK 22 to 24; from 25 on it is null again
  public char[] secret(String prompt) {
    java.io.Console console = System.console(); // null where input and output are no terminal
    if (console != null && console.isTerminal()) {
      char[] typed = console.readPassword("%s: ", prompt);
      return typed == null ? new char[0] : typed;
    }
    try {
      String line =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
      return line == null ? new char[0] : line.toCharArray();
    } catch (IOException e) {
      throw new UncheckedIOException("standard input cannot be read", e);
    }
  }

  @Override
  public Path path(Path given) {
    return given.toAbsolutePath();
  }
}
