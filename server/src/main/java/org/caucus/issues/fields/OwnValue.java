package org.caucus.issues.fields;

/**
 * What an issue says in one of its tracker's own fields.
 *
 * @param field id of the {@link OwnField}
 * @param value its text, its choice, its day (ISO 8601) or the short name of an organisation
 */
public record OwnValue(String field, String value) {}
