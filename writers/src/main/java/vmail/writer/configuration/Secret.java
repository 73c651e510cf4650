package vmail.writer.configuration;

import java.io.ByteArrayOutputStream;

/** A password on its way into a file. It has no text: neither messages nor logs can show it. */
public final class Secret {

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7f;

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @throws IllegalArgumentException when a line of a configuration file can not hold it: it is empty, begins or ends with a
     *     blank, or has a control character in it
     */
    public static Secret of(byte[] password) {
        boolean blankAtAnEnd = password.length == 0 || password[0] == ' ' || password[password.length - 1] == ' ';
        if (blankAtAnEnd) {
            throw new IllegalArgumentException("the password is empty, or begins or ends with a blank;"
                    + " Postfix and Courier would read another one. Choose a password without");
        }
        for (byte each : password) {
            if ((each >= 0 && each < FIRST_PRINTABLE) || each == DELETE) {
                throw new IllegalArgumentException(
                        "the password has a line end, a tab or another control character in it;"
                                + " Postfix and Courier would read another one. Choose a password without");
            }
        }
        return new Secret(password.clone());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    void writeTo(ByteArrayOutputStream out) {
        out.writeBytes(bytes);
    }

    @Override
    public String toString() {
        return "(a password)";
    }
}
