import { defineConfig } from 'wxt';
import { readChannel } from './src/feed/channel.ts';

const sites = ['http://*/*', 'https://*/*', 'file:///*'];

/** Extension pages load nothing from elsewhere, and nothing that was not in the package; a build with a feed asks its host, no other. */
const contentSecurityPolicy = (feed: string | undefined) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self'${feed ? ` ${new URL(feed).origin}` : ''}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Ed25519 in WebCrypto came to Chrome with 137, to Firefox before our oldest. */
const oldestChrome = (feed: string | undefined) => (feed ? '137' : '131');

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  imports: false,
  manifest: ({ browser }) => {
    const feed = readChannel(process.env)?.url;
    return {
      name: '__MSG_extensionName__',
      description: '__MSG_extensionDescription__',
      default_locale: 'en',
      permissions: ['storage', 'alarms', 'scripting'],
      host_permissions: sites,
      content_scripts: [
        {
          matches: sites,
          js: ['gate.js'],
          run_at: 'document_idle',
          all_frames: true,
          match_about_blank: true,
          match_origin_as_fallback: true,
        },
      ],
      content_security_policy: { extension_pages: contentSecurityPolicy(feed) },
      incognito: 'spanning',
      commands: {
        'next-claim': {
          suggested_key: { default: 'Alt+Shift+J' },
          description: '__MSG_commandNextClaim__',
        },
        'previous-claim': {
          suggested_key: { default: 'Alt+Shift+K' },
          description: '__MSG_commandPreviousClaim__',
        },
        'open-card': {
          suggested_key: { default: 'Alt+Shift+O' },
          description: '__MSG_commandOpenCard__',
        },
        _execute_action: {
          suggested_key: { default: 'Alt+Shift+L' },
          description: '__MSG_commandListClaims__',
        },
      },
      ...(browser === 'firefox'
        ? {
            browser_specific_settings: {
              gecko: {
                id: 'ldn-lens@ldn-lens.org',
                strict_min_version: '140.0',
                data_collection_permissions: { required: ['none'] },
              },
            },
          }
        : { minimum_chrome_version: oldestChrome(feed) }),
    };
  },
});
