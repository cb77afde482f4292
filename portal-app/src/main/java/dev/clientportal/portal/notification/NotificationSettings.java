package dev.clientportal.portal.notification;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of what contacts are told by mail, as the README lists them. Made as early as those that they stand below. */
@StaticInitSafe
@ConfigMapping(prefix = "client-portal.notifications")
interface NotificationSettings {
    /** How often to look for some that are due; those queued on this node go out at once. */
    @WithDefault("5s")
    String every();

    /** How long one waits for more of its kind, which it takes in. */
    @WithDefault("1m")
    Duration gather();

    /** After how long one that cannot be sent is given up. */
    @WithDefault("7d")
    Duration giveUpAfter();

    /** For how long it is kept what became of one. */
    @WithDefault("30d")
    Duration keep();
}
