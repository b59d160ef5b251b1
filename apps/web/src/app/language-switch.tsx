import { Button, Text } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Names the other language in its own words. */
export function LanguageSwitch() {
  const { i18n } = useTranslation();
  const other = i18n.language === 'en' ? 'vi' : 'en';
  const name = other === 'vi' ? 'Tiếng Việt' : 'English';
  return (
    <Button
      variant="subtle"
      size="sm"
      px="xs"
      lang={other}
      // Holds whichever of the two words is shown: people who speak to the screen say what they see.
      aria-label={`${other.toUpperCase()}, ${name}`}
      leftSection={<IconLanguage size={18} aria-hidden />}
      onClick={() => void i18n.changeLanguage(other)}
    >
      <Text span inherit visibleFrom="sm">
        {name}
      </Text>
      <Text span inherit hiddenFrom="sm" aria-hidden>
        {other.toUpperCase()}
      </Text>
    </Button>
  );
}
