package vmail.cli;

import picocli.CommandLine.Command;

/** What {@code vmail --help} says. */
@Command(
        name = "vmail",
        mixinStandardHelpOptions = true,
        version = "vmail 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "",
            "Migrates, imports and audits the accounts of a mail system that keeps them in OpenLDAP, delivers with Postfix into"
                    + " maildirs and serves them with Courier-IMAP; shared folders hang on seeAlso.",
            ""
        },
        commandListHeading = "%nCommands, in the order of a migration:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExit codes:%n",
        footer = {
            "   0  done, nothing to report",
            "   1  done, findings at or above the threshold or records rejected",
            "   2  wrong usage or settings",
            "   3  could not finish, run the same command again to continue",
            "   4  inconclusive: something could not be seen, so nothing is said about it",
            "   5  refused for safety",
            "   6  another run holds the lock",
            " 130, 143  stopped by a signal; the same command continues",
            "",
            "Try it: vmail demo. One command's options: vmail help COMMAND. A finding's page: vmail explain RULE-ID."
        })
final class Root {}
