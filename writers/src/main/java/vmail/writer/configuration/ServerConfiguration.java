package vmail.writer.configuration;

import java.util.List;

/** The configuration of one server. */
public sealed interface ServerConfiguration permits PostfixConfiguration, CourierConfiguration, SlapdConfiguration {

    /** @throws IllegalArgumentException naming a value that the server's file can not hold */
    List<ConfigurationFile> files();
}
