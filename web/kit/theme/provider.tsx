import './base.css' // first: it says in which order the layers stand
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import './widgets.css'
import '../look/signs.css'
import '../look/button.css'
import '../look/field.css'
import '../look/filter.css'
import '../look/page.css'
import '../look/states.css'
import '../look/table.css'
import '../charts/charts.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { setNonce } from 'get-nonce'
import type { ReactNode } from 'react'
import { bindTokens, theme } from './mantine.ts'
import { readNonce } from './nonce.ts'

export function Theme({ children }: { children: ReactNode }) {
  const nonce = readNonce()
  setNonce(nonce)
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      cssVariablesResolver={bindTokens}
      getStyleNonce={() => nonce}
    >
      <Notifications position="bottom-right" />
      {children}
    </MantineProvider>
  )
}
