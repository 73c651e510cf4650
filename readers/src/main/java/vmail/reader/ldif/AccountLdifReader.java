package vmail.reader.ldif;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vmail.account.Input;
import vmail.reader.source.AccountReader;

/**
 * Every entry of an LDIF file, of whatever kind, as a candidate; values as they are, blanks behind them and duplicates
 * included. Operational attributes are left out, {@code changetype: add} is taken for what it adds.
 */
public final class AccountLdifReader implements AccountReader {

    private final LdifBlocks blocks;
    private final RecordDecoder decoder;

    private AccountLdifReader(LdifBlocks blocks, String name) {
        this.blocks = blocks;
        this.decoder = new RecordDecoder(name);
    }

    /** @param name what origins and messages call the file */
    public static AccountLdifReader open(Path file, String name) throws IOException {
        return new AccountLdifReader(LdifBlocks.open(file, name), name);
    }

    @Override
    public @Nullable Input read() throws IOException {
        for (LdifBlock block = blocks.next(); block != null; block = blocks.next()) {
            Optional<Input> input = decoder.decode(block);
            if (input.isPresent()) {
                return input.get();
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }
}
