package id.warta.embedded;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded servers live.
 *
 * @param data the folder of everything that lasts: the unpacked binaries, both servers'
 * data, their passwords and logs; relative to the working folder
 * @param demo whether an empty embedded database is filled with the demonstration site
 */
@ConfigurationProperties("warta")
record EmbeddedProperties(@DefaultValue("data") Path data, @DefaultValue("true") boolean demo) {
}
