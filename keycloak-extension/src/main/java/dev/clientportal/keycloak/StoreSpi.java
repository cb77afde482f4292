package dev.clientportal.keycloak;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI of one store: binds the store's interface to whatever implements it. */
public abstract class StoreSpi implements Spi {
    private final String name;
    private final Class<? extends Provider> store;
    private final Class<? extends ProviderFactory<?>> factory;

    protected StoreSpi(String name, Class<? extends Provider> store, Class<? extends ProviderFactory<?>> factory) {
        this.name = name;
        this.store = store;
        this.factory = factory;
    }

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return store;
    }

    @Override
    @SuppressWarnings("rawtypes") // Keycloak's Spi is declared with the raw type
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return factory;
    }
}
