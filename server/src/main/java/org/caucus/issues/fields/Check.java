package org.caucus.issues.fields;

/** One line of a checklist. */
public record Check(String text, boolean done) {}
