package vmail.reader.profile;

/**
 * How often a file has an attribute or column.
 *
 * @param name as the file spells it; a column without a title is named by its position
 * @param values in all records together
 * @param records that have it
 * @param addresses whether most of its values are mail addresses
 */
public record AttributeCount(String name, long values, long records, boolean addresses) {}
