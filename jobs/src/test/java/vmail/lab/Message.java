package vmail.lab;

import java.util.Optional;

/**
 * A message that was offered to Postfix for one recipient.
 *
 * @param token a word that no other message has, in its subject and its body
 * @param answer what Postfix said to RCPT, or to the whole message once it took the recipient
 * @param queueId when it took the message
 */
public record Message(String recipient, String token, String answer, Optional<String> queueId) {}
