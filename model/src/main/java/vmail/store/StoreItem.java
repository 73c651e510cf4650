package vmail.store;

import java.nio.file.Path;

/** One thing that must be on disk. Parents that are missing are made with mode 0755. */
public sealed interface StoreItem permits Maildir, SharableMaildir, SharedFolder, DeliveryLink, Subscription {

    /** Absolute, below the mail base. */
    Path path();
}
