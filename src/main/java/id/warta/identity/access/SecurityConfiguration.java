package id.warta.identity.access;

import id.warta.identity.OnForeignSignIn;
import id.warta.identity.StaffDirectory;
import id.warta.platform.http.HttpRefusals;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;

/**
 * Spring Security as a resource server: it reads bearer tokens at GraphQL's path, and has
 * no other part in Warta. Who may do what is asked where it is done.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

	private static final int BEHIND_CORS = -100;

	@Bean
	SecurityWebFilterChain securityWebFilterChain(BearerAuthentication bearers, HttpRefusals refusals) {
		return ServerHttpSecurity.http()
			.csrf(ServerHttpSecurity.CsrfSpec::disable)
			.formLogin(ServerHttpSecurity.FormLoginSpec::disable)
			.httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
			.logout(ServerHttpSecurity.LogoutSpec::disable)
			.requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
			.headers(ServerHttpSecurity.HeaderSpec::disable)
			.anonymous(ServerHttpSecurity.AnonymousSpec::disable)
			.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
			.authorizeExchange((requests) -> requests.anyExchange().permitAll())
			.oauth2ResourceServer((bearer) -> bearer.authenticationManagerResolver((exchange) -> Mono.just(bearers))
				.authenticationFailureHandler(new Unauthenticated(refusals)))
			.addFilterAfter(new SignedInFilter(), SecurityWebFiltersOrder.AUTHENTICATION)
			.build();
	}

	/** By what Boot makes of the provider's address. */
	@Bean
	@Conditional(OnForeignSignIn.class)
	IssuerTokens issuerTokens(ReactiveJwtDecoder decoder, ForeignStaff foreign, StaffDirectory directory) {
		return new IssuerTokens(decoder, foreign, directory);
	}

	@Bean
	@Order(BEHIND_CORS)
	StaffEntrance staffEntrance(GraphQlProperties graphQl, SecurityWebFilterChain chain) {
		return new StaffEntrance(graphQl.getHttp().getPath(), chain);
	}

}
