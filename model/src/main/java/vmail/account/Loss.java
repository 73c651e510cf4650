package vmail.account;

/**
 * Something that an account had in the old system and has no place here.
 *
 * @param attribute as the old system called it
 * @param text what it said there, or why it could not come along; never a password, hashed or not
 */
public record Loss(LossKind kind, String attribute, String text) {}
