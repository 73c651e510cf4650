package vmail.job;

/** Some records can not be imported, and the user did not say to go on without them; nothing has been written. */
public final class RejectedRecords extends Exception {

    private static final long serialVersionUID = 1L;

    RejectedRecords(long rejected) {
        super(rejected + (rejected == 1 ? " record is" : " records are") + " rejected, so nothing was imported."
                + " Correct the source, or import the others with --skip-rejected");
    }
}
