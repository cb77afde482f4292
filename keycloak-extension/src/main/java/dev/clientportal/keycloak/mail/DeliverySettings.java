package dev.clientportal.keycloak.mail;

import dev.clientportal.keycloak.setting.Setting;
import java.util.List;
import org.keycloak.Config;

/** Server options {@code --spi-client-portal-mail--keycloak--…}, read once. */
record DeliverySettings(
        WayOut wayOut,
        int lanes,
        int pollSeconds,
        int leaseSeconds,
        int giveUpHours,
        int linkMinutes,
        int slowSeconds) {
    static final Setting<WayOut> WAY_OUT = Setting.choice(
            "wayOut",
            "Way out",
            "Who sends the mails: `keycloak`, the server itself through the realm's SMTP settings; or `connector`, the "
                    + "mail route of the connectors, and the server sends none.",
            WayOut.KEYCLOAK);
    static final Setting<Integer> LANES = Setting.number(
            "lanes", "Lanes", "Mails that one node sends at the same time when many are waiting.", 8, 1, 64);
    static final Setting<Integer> POLL_SECONDS = Setting.number(
            "pollSeconds",
            "Poll interval",
            "Seconds between looks for mails that were left over, for example by a node that died.",
            5,
            1,
            3600);
    static final Setting<Integer> LEASE_SECONDS =
            Setting.number("leaseSeconds", "Lease", "Seconds that a node keeps a mail for itself.", 120, 10, 3600);
    static final Setting<Integer> GIVE_UP_HOURS = Setting.number(
            "giveUpHours",
            "Give up",
            "Hours after which a mail other than a login link that could not be sent has failed.",
            24,
            1,
            168);
    static final Setting<Integer> LINK_MINUTES = Setting.number(
            "loginLinkMinutes",
            "Login link lifetime",
            "Minutes that a login link and its code can be used.",
            10,
            1,
            60);
    static final Setting<Integer> SLOW_SECONDS = Setting.number(
            "slowSeconds",
            "Slow invitation",
            "Seconds after which a delivered invitation leaves an admin event about the delay.",
            300,
            1,
            86_400);

    static List<Setting<?>> settings() {
        return List.of(WAY_OUT, LANES, POLL_SECONDS, LEASE_SECONDS, GIVE_UP_HOURS, LINK_MINUTES, SLOW_SECONDS);
    }

    static DeliverySettings from(Config.Scope config) {
        return new DeliverySettings(
                WAY_OUT.from(config),
                LANES.from(config),
                POLL_SECONDS.from(config),
                LEASE_SECONDS.from(config),
                GIVE_UP_HOURS.from(config),
                LINK_MINUTES.from(config),
                SLOW_SECONDS.from(config));
    }
}
