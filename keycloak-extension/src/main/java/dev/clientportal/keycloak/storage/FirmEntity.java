package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.firm.Firm;
import dev.clientportal.keycloak.firm.FirmImage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

@Entity
@Table(name = "CP_FIRM")
public class FirmEntity implements Firm {
    @Id
    @Column(name = "REALM_ID")
    String realmId;

    @Version
    @Column(name = "VERSION")
    int version;

    @Column(name = "DOMAIN")
    String domain;

    @Column(name = "DOMAIN_DISPLAY")
    String domainDisplay;

    @Column(name = "NAME")
    String name;

    @Column(name = "DESCRIPTION")
    String description;

    @Column(name = "PRIMARY_COLOR")
    String primaryColor;

    @Column(name = "HELP")
    String help;

    @Column(name = "PORTAL_CLIENT_ID")
    String portalClientId;

    @Column(name = "TIME_ZONE")
    String timeZone;

    @Column(name = "INVITATION_VALIDITY")
    int invitationValidity;

    @Column(name = "INVITATION_SUBJECT")
    String invitationSubject;

    @Column(name = "INVITATION_TEXT")
    String invitationText;

    @Column(name = "WHITE_LABEL")
    boolean whiteLabel;

    @Column(name = "ONE_CLICK")
    boolean oneClick;

    @Column(name = "ACTIVE")
    boolean active;

    @Column(name = "LEDGER_DAYS")
    int ledgerDays;

    @Column(name = "LOGO_ETAG")
    String logoEtag;

    @Column(name = "ICON_ETAG")
    String iconEtag;

    @Column(name = "MAIL_PAUSED_UNTIL")
    long mailPausedUntil;

    @Column(name = "MAIL_FAILURES")
    int mailFailures;

    @Override
    public long getMailPausedUntil() {
        return mailPausedUntil;
    }

    @Override
    public String getRealmId() {
        return realmId;
    }

    @Override
    public int getVersion() {
        return version;
    }

    @Override
    public String getDomain() {
        return domain;
    }

    @Override
    public void setDomain(String domain) {
        this.domain = domain;
    }

    @Override
    public String getDomainDisplay() {
        return domainDisplay;
    }

    @Override
    public void setDomainDisplay(String domainDisplay) {
        this.domainDisplay = domainDisplay;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public void setName(String name) {
        this.name = name;
    }

    @Override
    public String getDescription() {
        return description;
    }

    @Override
    public void setDescription(String description) {
        this.description = description;
    }

    @Override
    public String getPrimaryColor() {
        return primaryColor;
    }

    @Override
    public void setPrimaryColor(String primaryColor) {
        this.primaryColor = primaryColor;
    }

    @Override
    public String getHelp() {
        return help;
    }

    @Override
    public void setHelp(String help) {
        this.help = help;
    }

    @Override
    public String getPortalClientId() {
        return portalClientId;
    }

    @Override
    public void setPortalClientId(String portalClientId) {
        this.portalClientId = portalClientId;
    }

    @Override
    public String getTimeZone() {
        return timeZone;
    }

    @Override
    public void setTimeZone(String timeZone) {
        this.timeZone = timeZone;
    }

    @Override
    public int getInvitationValidity() {
        return invitationValidity;
    }

    @Override
    public void setInvitationValidity(int invitationValidity) {
        this.invitationValidity = invitationValidity;
    }

    @Override
    public String getInvitationSubject() {
        return invitationSubject;
    }

    @Override
    public void setInvitationSubject(String invitationSubject) {
        this.invitationSubject = invitationSubject;
    }

    @Override
    public String getInvitationText() {
        return invitationText;
    }

    @Override
    public void setInvitationText(String invitationText) {
        this.invitationText = invitationText;
    }

    @Override
    public boolean isWhiteLabel() {
        return whiteLabel;
    }

    @Override
    public void setWhiteLabel(boolean whiteLabel) {
        this.whiteLabel = whiteLabel;
    }

    @Override
    public boolean isOneClick() {
        return oneClick;
    }

    @Override
    public void setOneClick(boolean oneClick) {
        this.oneClick = oneClick;
    }

    @Override
    public boolean isActive() {
        return active;
    }

    @Override
    public void setActive(boolean active) {
        this.active = active;
    }

    @Override
    public int getLedgerDays() {
        return ledgerDays;
    }

    @Override
    public void setLedgerDays(int ledgerDays) {
        this.ledgerDays = ledgerDays;
    }

    @Override
    public String getLogoEtag() {
        return logoEtag;
    }

    @Override
    public String getIconEtag() {
        return iconEtag;
    }

    void setEtag(FirmImage.Kind kind, String etag) {
        switch (kind) {
            case LOGO -> logoEtag = etag;
            case ICON -> iconEtag = etag;
        }
    }
}
